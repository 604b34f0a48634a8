import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { globalState } from '../../globalState'

type Card = { title: string; kind: string; practice: string }

const width = 1200
const height = 630
const margin = 80
const longestTitle = 100
const mostKept = 200

// Shipped with the product: a server often has no fonts at all, and nothing is fetched for a letter
// that this one lacks. SIL Open Font License, see src/assets/OFL.txt.
const fontFile = join(process.cwd(), 'src', 'assets', 'Geist-Regular.ttf')
const scene = join(process.cwd(), 'src', 'assets', 'card.svg')

const drawn = globalState('social-cards', () => new Map<string, Buffer>())

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`

type Line = { text: string; size: number; color: string }

const lettering = async ({ text, size, color }: Line) => {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${color}">${escaped(text)}</span>`,
      fontfile: fontFile,
      font: `Geist ${size}`,
      width: width - 2 * margin,
      rgba: true,
      dpi: 72,
      spacing: 6,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, height: info.height }
}

const draw = async ({ title, kind, practice }: Card): Promise<Buffer> => {
  const [background, name, label, words] = await Promise.all([
    readFile(scene),
    lettering({ text: cut(practice, 60), size: 30, color: '#0b5d66' }),
    lettering({ text: kind, size: 26, color: '#566167' }),
    lettering({ text: cut(title, longestTitle), size: 60, color: '#1f2a2e' }),
  ])
  return sharp(background)
    .resize(width, height)
    .composite([
      { input: name.input, left: margin, top: 64 },
      { input: label.input, left: margin, top: 136 },
      { input: words.input, left: margin, top: 186 },
    ])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}

/** The picture that goes along when somebody shares a page: 1200 x 630, drawn here and kept in memory. */
export const drawCard = async (card: Card): Promise<Buffer> => {
  const key = JSON.stringify([card.title, card.kind, card.practice])
  const known = drawn.get(key)
  if (known) return known
  const made = await draw(card)
  const [oldest] = drawn.keys()
  if (oldest !== undefined && drawn.size >= mostKept) drawn.delete(oldest)
  drawn.set(key, made)
  return made
}
