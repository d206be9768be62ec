export { noticeTasks } from './notice-jobs.ts';
export { NoticeAddedResolver, NoticesResolver, ViewerNoticesResolver } from './notices.resolver.ts';
