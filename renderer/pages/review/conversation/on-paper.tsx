import classes from './conversation.module.css';

/** What a field holds, as it is printed; the field itself is not. `lines`: empty lines to write on where it is empty. */
export function OnPaper({ text, lines = 0 }: { text: string; lines?: number }) {
  if (text !== '') return <p className={classes['onPaper']}>{text}</p>;
  return Array.from({ length: lines }, (_, index) => (
    <p key={index} className={classes['onPaper']} data-line aria-hidden="true" />
  ));
}
