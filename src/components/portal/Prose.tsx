import { Fragment } from 'react'

type Piece = { at: number; text: string }

const pieces = (text: string, pattern: RegExp): Piece[] =>
  [...text.matchAll(pattern)]
    .map((match) => ({ at: match.index, text: match[0].trim() }))
    .filter((piece) => piece.text)

type Props = {
  text: string
  /** In a paper to sign: a short first line without an end is the heading of what follows. */
  hasTitles?: boolean
}

/** Plain text as people typed it: an empty line begins a paragraph, `# ` a heading, `- ` a list. */
export const Prose = ({ text, hasTitles = false }: Props) =>
  pieces(text.replaceAll('\r\n', '\n'), /(?:(?!\n[ \t]*\n)[\s\S])+/g).map((piece) => {
    const titled = hasTitles ? titledShape.exec(piece.text) : null
    return titled ? (
      <Fragment key={piece.at}>
        <h2>{titled[1]}</h2>
        <Block text={titled[2] ?? ''} />
      </Fragment>
    ) : (
      <Block key={piece.at} text={piece.text} />
    )
  })

const titledShape = /^([^\n#*•-][^\n]{0,58}[^\n.!?:;,])\n([\s\S]+)$/

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
