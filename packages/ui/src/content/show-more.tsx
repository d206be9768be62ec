import { useKitText } from '../text.ts';
import { Button } from './button.tsx';

export interface ShowMoreProps {
  onMore: () => void;
  /** While the next page is on its way. */
  busy?: boolean;
  hasMore: boolean;
  /** How many are on the page, and how many there are where that is known. */
  shown: number;
  total?: number;
}

/** The end of a long list: how much is shown, said aloud when it grows, and a button for the next page. */
export function ShowMore({ onMore, busy, hasMore, shown, total }: ShowMoreProps) {
  const t = useKitText();
  return (
    <div className="hw-more">
      <p role="status">
        {total === undefined ? t('ui.shown', { shown }) : t('ui.shown-of', { shown, total })}
      </p>
      {hasMore && (
        <Button type="button" variant="secondary" small busy={busy} onClick={onMore}>
          {busy ? t('ui.loading') : t('ui.show-more')}
        </Button>
      )}
    </div>
  );
}
