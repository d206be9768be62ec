export { FrozenRecord } from './frozen-record.tsx';
export { FrameRecord, MyRecord, ToSignIn } from './my-record.tsx';
export { useWatchedRecord, WatchedRecordProvider } from './watched-record.tsx';
