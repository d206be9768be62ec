import './access-log.reading.ts';
import './questions/access-question.reading.ts';

export { AccessLogResolver } from './access-log.resolver.ts';
export {
  AccessQuestionConnection,
  AccessQuestionResolver,
  AccessQuestionsArgs,
  QuestionedEntryResolver,
} from './questions/access-question.resolver.ts';
export { HeadsFiles } from './sealing/heads-files.ts';
export { Sealer, type SealingSettings, startSealing } from './sealing/sealer.ts';
export { signingKey } from './sealing/signing-key.ts';
export { type Fault, type Verified, verifyLog } from './verifying/verify-log.ts';
