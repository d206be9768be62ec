/** Why somebody who came back from a provider is not signed in; each has words of its own in the apps. */
export type SignInProblem =
  /** They turned back there. */
  | 'cancelled'
  /** It took too long, was used already, or came back to another browser. */
  | 'expired'
  /** The provider did not answer, or what it said could not be believed. */
  | 'failed'
  /** Nobody proved enough of who they are, and no sign-in here is linked. */
  | 'prove'
  /** It says nothing of the NHS number, the birth date or the name. */
  | 'incomplete'
  /** Staff have to look. */
  | 'waits'
  | 'under-16'
  /** The e-mail is that of a sign-in here which is not linked. */
  | 'email-taken'
  /** It confirms no e-mail. */
  | 'no-email'
  /** The identity is linked to another sign-in, or this sign-in to another identity. */
  | 'linked-already'
  /** Staff made sure that they have a sign-in here, which opens their record. */
  | 'has-sign-in'
  /** Staff looked: whoever that is elsewhere is not the person of the record here. */
  | 'not-yours'
  /** The employer names no team here. */
  | 'no-team'
  /** The claims are of another organisation. */
  | 'other-organisation'
  /** Who showed again who they are is somebody else there than who is signed in here. */
  | 'not-you'
  /** No provider of that address is known. */
  | 'unknown-provider';

/** What became of a return: a place in an app, or why not. */
export type Outcome = { is: 'ENTERED'; path: string } | { is: 'PROBLEM'; why: SignInProblem };

export const problem = (why: SignInProblem): Outcome => ({ is: 'PROBLEM', why });
export const arrived = (path: string): Outcome => ({ is: 'ENTERED', path });
