import { type ReactNode, useEffect, useId, useRef } from 'react';

export interface DialogProps {
  open: boolean;
  /** The person pressed Escape. */
  onClose: () => void;
  heading: ReactNode;
  children: ReactNode;
}

/** A question that must be answered first. The browser keeps focus inside and gives it back when closed. */
export function Dialog({ open, onClose, heading, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return;
    const opener = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      // A dialog taken off the page before it closes would leave focus on the body.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      className="hw-dialog"
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 className="nhsuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
    </dialog>
  );
}
