export { type DemoMail, demoMailbox, demoMails } from './demo-mailbox.ts';
export { escaped, framed, type MailWords } from './mail-frame.ts';
export { type MailRoads, mailTasks } from './mail-jobs.ts';
export { openMail, postMail } from './post-mail.ts';
