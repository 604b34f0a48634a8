import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { type Figure, type FigureKey, mondayFigures } from '@/src/domain/figures/monday'
import { windowsUntil } from '@/src/domain/figures/windows'
import { practiceToday } from '@/src/lib/practiceZone'
import { readFacts } from './readFacts'
import { figureWords } from './words'

export type NamedFigure = Omit<Figure, 'parts'> & {
  label: string
  about: string
  /** The screen with what is counted; null where the caller may not see it. */
  list: string | null
  parts: { id: string; name: string; amount: number }[]
}

export type Figures = {
  /** The practice's calendar day that they end on, and the last days of the trend's twelve spans. */
  today: string
  weeks: string[]
  figures: NamedFigure[]
}

// Their parts are people; those of the others are rule ids, which name themselves.
const byPerson: readonly FigureKey[] = ['lateNotes', 'openNotes']

const namesOf = async (req: PayloadRequest, figures: Figure[]): Promise<Map<string, string>> => {
  const ids = [
    ...new Set(
      figures
        .filter(({ key }) => byPerson.includes(key))
        .flatMap(({ parts }) => parts.map(({ id }) => id)),
    ),
  ]
  if (!ids.length) return new Map()
  const { docs } = await asUser(req).find({
    collection: 'staff',
    where: { id: { in: ids } },
    select: { name: true },
    limit: ids.length,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [String(id), String(name)]))
}

/** The owner's figures as of today, with names and ways to their lists; whoever asks was let in before. */
export const readFigures = async (req: PayloadRequest): Promise<Figures> => {
  const today = practiceToday()
  const figures = mondayFigures(await readFacts(req, today))
  const names = await namesOf(req, figures)
  return {
    today,
    weeks: windowsUntil(today).map(({ to }) => to),
    figures: figures.map(({ parts, ...figure }) => {
      const { label, about, list } = figureWords[figure.key]
      return {
        ...figure,
        label,
        about,
        list: isGranted(req, list.slug, 'read') ? list.href : null,
        parts: parts.map(({ id, amount }) => ({
          id,
          name: byPerson.includes(figure.key) ? (names.get(id) ?? 'Somebody who has left') : id,
          amount,
        })),
      }
    }),
  }
}
