/** Fields no query of the matrix shows, each with the reason and where it is tested. */
export const SEEN_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^Subscription\./, 'streams have tests of their own: revocation and messaging'],
  [/^(MessagesAdded|InboxChanged|RecordChanged|NoticeAdded)\./, 'payloads of streams, likewise'],
  [/^Mutation\.(?!markThreadRead$)/, 'commands change the record; each has tests beside its feature'],
  [
    /^(SignedIn|EntryRelabelled|DocumentAdded|SharingChanged|CarerInvited|ThreadStarted|MessageSent|CarerWithoutLabel|NoticesRead)\./,
    'answers of commands',
  ],
  [
    /^(AllSharingChanged|OpenedInEmergency|AccessAskedFor|AccessRequestAnswered)\./,
    'answers of commands, too',
  ],
  [/^(Thread\.closedAt$|ThreadClosed\.)/, 'no discussion of the world has ended: tested with ending one'],
  [
    /^Receipt\.endsWithThread$/,
    'the receipts that come first are of other grants: tested with ending a discussion',
  ],
  [
    /^(GrantVersion|Receipt)\.entry$/,
    'the versions and receipts that come first are of other grants: tested with sharing one entry',
  ],
  [/^Sharing\.stopped$/, 'sharing is not stopped in the world: tested with stopping'],
  [
    /^Sharing\.undecided$/,
    'every grant of the world is the patient’s own doing: tested with the walkthrough',
  ],
  [/^GrantVersion\.emergencyReview$/, 'tested with the review of an emergency'],
  [
    /^PatientRecord\.(grants|invitations)GivenByViewer$/,
    'nobody of the world gives for the patient: tested with delegation',
  ],
  [
    /^(PrivacyDesk\.courtOrders$|CourtOrder\.)/,
    'tested with the privacy desk: their names are the record’s own',
  ],
  [
    /^(SignInRefused|TooManyAttempts|PasswordUnsuitable|InvitationUnusable|AlreadyCaring|NotFound|SentDifferently|FilesNotAttached|SharingRefused|NoSuchRecord|ClosedToEmergencies)\./,
    'problems that commands answer',
  ],
  [
    /^(Query\.(nationalSignIn|organisationSignIns)$|SignInProvider\.|Viewer\.linked(SignIns|Providers)$|SignInToLink\.|SignInAgain\.|SignInUnlinked\.|LastWayIn\.)/,
    'no record is in it: tested with sign-in providers',
  ],
  [
    /^(Query\.(appRequest|sharedRecords)$|AppRequest|AppAnswered\.)/,
    'tested with partners, and partner-rows',
  ],
  [
    /^(SecondFactorNeeded|PasskeyQuestion|AuthenticatorBegun|FactorAdded|RecoveryCodes|SignInConfirmed)\./,
    'answers of commands about ways in: tested with sign-in',
  ],
  [/^(PasswordChanged|PasswordResetAsked|EmailChangeAsked|EmailAgreed)\./, 'likewise'],
  [/^(FactorRefused|StepExpired|NewPasswordUnsuitable|LinkUnusable)\./, 'problems of theirs'],
  [/^(Query\.passwordReset$|PasswordReset\.)/, 'shown to whoever has the link: tested with passwords'],
  [
    /^(Passkey\.|RememberedDevice\.|OwnSession\.device$|Security\.(authenticatorSince|newEmail|passkeys|rememberedDevices)$)/,
    'nobody of the world has more than a session of a test: tested with sign-in',
  ],
  [/^(Query\.invitation$|Invitation\.)/, 'shown to whoever has the link: tested with invitations'],
  [
    /^(Brand|EmailCode(Right|Sent|Wrong)|InvitationForAnother|JoinOffer|Letter(Opened|Refused)|NoMailsHere|RecordsToMatch|TeamJoined|Under16)\./,
    'shown at the doors, to whoever has a link or a letter: tested with registration and invitations',
  ],
  [
    /^(Query\.(joinOffer|registrationAge)|PatientRecord\.checksAskedBy|IdentityCheck\.organisationName)$/,
    'likewise: nobody of the world was checked by an organisation, nor is one asked for',
  ],
  [
    /^Notice\.(readAt|reference|requestId)$/,
    'nobody in the world was mailed, has read a notice or waits for an answer: tested with notices',
  ],
  [
    /^(AccessQuestion|AccessQuestionConnection|AccessQuestioned|AccessQuestionAnswered)\./,
    'nobody of the world asked: tested with questions',
  ],
  [/^(PrivacyDesk\.questions|AccessLogEntry\.question|Notice\.officeId)$/, 'likewise'],
  [
    /^(AccessLogPlace|AccessLogHead)\.|^PatientRecord\.accessLog(Head|Chain)$|^AccessLogEntry\.place$/,
    'nothing is sealed there: tested with the log',
  ],
  [
    /^(OfficeActDone|OfficeActRefused|StaffInvitationAccepted|PatientRegistered|FrontDeskDone|MatchSettled|FrontDeskRefused|LettersMade|TakeUpLetter|Letterhead|BulkInvitations|BulkRow)\./,
    'answers of commands of offices and the front desk',
  ],
  [
    /^(Query\.staffInvitation$|OpenStaffInvitation\.|StaffInvitation\.|StaffTeam\.invitations$|StaffOrganisation\.invitations$)/,
    'nobody of the world was invited to work there: tested with staff',
  ],
  [
    /^(OfficeChange\.|Staff(Team|Organisation)\.changes$|OfficeChangeConnection\.)/,
    'nothing was changed in the world: tested with offices',
  ],
  [
    /^(StaffTeam|StaffOrganisation)\.(description|answerTime|openingHours|joinCode|serviceName|welcome|logo)$/,
    'the world’s organisations have none: tested with offices',
  ],
  [/^StaffMember\.jobTitle$/, 'likewise'],
  [
    /^(Query\.registration(sWaiting)?$|Registration\.|DocumentCheck\.|TakeUpInvitation\.|TakingUp\.(checks|invitations)$)/,
    'nobody of the world was registered face to face: tested with the front desk',
  ],
  [/^PatientRecord\.deceasedAt$/, 'nobody in the world has died'],
];
