type Piece = { at: number; text: string }

const pieces = (text: string, pattern: RegExp): Piece[] =>
  [...text.matchAll(pattern)]
    .map((match) => ({ at: match.index, text: match[0].trim() }))
    .filter((piece) => piece.text)

/** Plain text as people typed it: an empty line begins a paragraph, `# ` a heading, `- ` a list. */
export const Prose = ({ text }: { text: string }) =>
  pieces(text.replaceAll('\r\n', '\n'), /(?:(?!\n[ \t]*\n)[\s\S])+/g).map((piece) => (
    <Block key={piece.at} text={piece.text} />
  ))

const bullet = /^[-*•]\s+/

const Block = ({ text }: { text: string }) => {
  const heading = /^#{1,3}\s+(.+)$/.exec(text)
  if (heading) return <h2>{heading[1]}</h2>
  const lines = pieces(text, /[^\n]+/g)
  if (!lines.every((line) => bullet.test(line.text))) return <p className="keep-lines">{text}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.at}>{line.text.replace(bullet, '')}</li>
      ))}
    </ul>
  )
}
