import './attachment.reading.ts';

export {
  attachFiles,
  filesNamed,
  filesOf,
  lockWaiting,
  MOST_FILES,
  sameFiles,
  waitingFiles,
} from './attach-files.ts';
export { Attachment } from './attachment.type.ts';
export { sealFile, sealTitle } from './file-seal.ts';
export { FilesNotAttached, filesNotAttached } from './files-not-attached.type.ts';
export { moveFiles } from './move-files.ts';
export { mayStillOpen, openAttachment } from './open-attachment.ts';
export { type FileToPut, type PutOutcome, putFile } from './put-file.ts';
export { removeUnattached, startRemoving } from './remove-unattached.ts';
