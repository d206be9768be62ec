export { InboxChangedFieldsResolver, InboxChangedResolver } from './inbox-changed.resolver.ts';
export { MessagesAddedFieldsResolver, MessagesAddedResolver } from './messages-added.resolver.ts';
export { RecordChangedFieldsResolver, RecordChangedResolver } from './record-changed.resolver.ts';
