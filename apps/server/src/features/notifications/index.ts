export { type DemoMail, demoMailbox, demoMails } from './demo-mailbox.ts';
export { noticeTasks } from './notice-jobs.ts';
export { escaped } from './notice-mail.ts';
export { NoticeAddedResolver, NoticesResolver, ViewerNoticesResolver } from './notices.resolver.ts';
