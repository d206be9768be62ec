import type messages from './app.messages.json';

type MessageId = keyof typeof messages;

/** One screen of the patient app: where it is and what it is called. */
export type ScreenRoute = {
  /** Address inside the app; `:name` stands for a part that differs. */
  path: string;
  /** Message id of the screen's name. */
  title: MessageId;
  /** Message id of its h1; null where the h1 is the name of the thing shown. */
  heading: MessageId | null;
  /** Opens without signing in. */
  open?: boolean;
  /** The place of the bottom bar it belongs to. */
  section?: '/' | '/messages' | '/diary' | '/record' | '/more';
};
