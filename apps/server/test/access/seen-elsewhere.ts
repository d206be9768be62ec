/** Fields no query of the matrix shows, each with the reason and where it is tested. */
export const SEEN_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^Subscription\./, 'streams have tests of their own: revocation and messaging'],
  [/^(MessagesAdded|InboxChanged|RecordChanged|NoticeAdded)\./, 'payloads of streams, likewise'],
  [/^Mutation\.(?!markThreadRead$)/, 'commands change the record; each has tests beside its feature'],
  [
    /^(SignedIn|EntryRelabelled|SharingChanged|CarerInvited|ThreadStarted|MessageSent|CarerWithoutLabel|NoticesRead)\./,
    'answers of commands',
  ],
  [
    /^(SignInRefused|TooManyAttempts|PasswordUnsuitable|InvitationUnusable|AlreadyCaring|NotFound|SentDifferently)\./,
    'problems that commands answer',
  ],
  [/^(Query\.invitation$|Invitation\.)/, 'shown to whoever has the link: tested with invitations'],
  [
    /^Notice\.(readAt|reference)$/,
    'nobody in the world was mailed or has read a notice: tested with notices',
  ],
  [
    /^(AccessQuestion|AccessQuestionConnection|AccessQuestioned|AccessQuestionAnswered)\./,
    'nobody of the world asked: tested with questions',
  ],
  [
    /^Query\.accessQuestions$|^(Viewer\.privacyOffices|AccessLogEntry\.question)$/,
    'nor is anybody an officer, likewise',
  ],
  [
    /^(AccessLogPlace|AccessLogHead)\.|^PatientRecord\.accessLog(Head|Chain)$|^AccessLogEntry\.place$/,
    'nothing is sealed there: tested with the log',
  ],
  [/^PatientRecord\.deceasedAt$/, 'nobody in the world has died'],
];
