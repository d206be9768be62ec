import { Fragment, type ReactNode } from 'react';

const tag = /<(\w+)>(.*?)<\/\1>/g;

/** A message with named parts such as `Read <link>who can see this</link>`; each part is drawn by its function. */
export function Rich({ text, parts }: { text: string; parts: Record<string, (words: string) => ReactNode> }) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(tag)) {
    const [whole, name = '', words = ''] = match;
    pieces.push(
      text.slice(from, match.index),
      <Fragment key={match.index}>{parts[name]?.(words) ?? words}</Fragment>,
    );
    from = match.index + whole.length;
  }
  return <>{[...pieces, text.slice(from)]}</>;
}
