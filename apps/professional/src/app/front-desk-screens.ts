export { BulkPage } from '../features/front-desk/bulk-page.tsx';
export { RegisterCheckPage } from '../features/front-desk/check-page.tsx';
export { InviteByEmailPage, VouchPage } from '../features/front-desk/joining-forms.tsx';
export { JoiningPage } from '../features/front-desk/joining-page.tsx';
export { LetterPage } from '../features/front-desk/letter-page.tsx';
export { MatchPage } from '../features/front-desk/match-page.tsx';
export { MatchesPage } from '../features/front-desk/matches-page.tsx';
export { DocumentsPage, NeedsPage } from '../features/front-desk/needs-pages.tsx';
export {
  BirthDatePage,
  ContactPage,
  NamePage,
  NhsNumberPage,
} from '../features/front-desk/question-pages.tsx';
export { RegisterFlow } from '../features/front-desk/register-flow.tsx';
export { RegisteredPage } from '../features/front-desk/registered-page.tsx';
export { CloseCheckPage, DiedCheckPage } from '../features/front-desk/standing-check-pages.tsx';
export { ClosePage, DiedPage } from '../features/front-desk/standing-pages.tsx';
export { ClosedPage, LivesPage, ReopenPage } from '../features/front-desk/standing-undo-pages.tsx';
export { WaitingPage } from '../features/front-desk/waiting-page.tsx';
