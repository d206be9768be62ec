/** Says a message aloud without showing it. Keep it on the page and change `message`; repeat with another `turn`. */
export function LiveRegion({
  message,
  assertive,
  turn = 0,
}: {
  message: string;
  assertive?: boolean;
  turn?: number;
}) {
  return (
    <div className="nhsuk-u-visually-hidden" role={assertive ? 'alert' : 'status'}>
      <span key={turn}>{message}</span>
    </div>
  );
}
