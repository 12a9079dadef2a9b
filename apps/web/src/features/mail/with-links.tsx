/** An address ends where a space, a bracket or a quote begins; a full stop after it belongs to the sentence. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/** Plain text whose web addresses can be pressed. Nothing else in it becomes anything but text. */
export function WithLinks({ text }: { text: string }) {
  return text.split(address).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={place} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
