import type { PayloadRequest, Where } from 'payload'
import type { Row, StoredRow } from '@/src/domain/row'
import { isId } from '@/src/lib/ids'
import type { FactReader } from './rules/rule'
import { unsealRow } from './sealConfidential'

type Bag = { factsInTurn?: Promise<unknown> }

// A MongoDB transaction takes one question at a time: two at once can end it.
const inTurn = <T>(req: PayloadRequest, ask: () => Promise<T>): Promise<T> => {
  const bag = req.context as Bag
  const asked = (bag.factsInTurn ?? Promise.resolve()).then(ask, ask)
  bag.factsInTurn = asked.catch(() => undefined)
  return asked
}

/**
 * The same answers to the same questions: for the rules of one change, between which nothing is written.
 * The rows are shared and for reading only.
 */
export const rememberingReader = (read: FactReader): FactReader => {
  const answers = new Map<string, Promise<unknown>>()
  const texts = new WeakMap<Row, Promise<Row>>()
  const once = <T>(question: unknown[], ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(question)
    const known = answers.get(key) as Promise<T> | undefined // the same question has the same kind of answer
    if (known) return known
    const asked = ask()
    answers.set(key, asked)
    return asked
  }
  return {
    one: (slug, where) => once(['one', slug, where], () => read.one(slug, where)),
    many: (slug, where, options) =>
      once(['many', slug, where, options], () => read.many(slug, where, options)),
    count: (slug, where) => once(['count', slug, where], () => read.count(slug, where)),
    global: (slug) => once(['global', slug], () => read.global(slug)),
    text: (slug, row) => {
      const known = row && texts.get(row)
      if (known) return known
      const asked = read.text(slug, row)
      if (row) texts.set(row, asked)
      return asked
    },
  }
}

/** Reads straight from the database for rules and actions: no access, no audit, no population. */
export const factReader = (req: PayloadRequest): FactReader => {
  const { db } = req.payload
  const reader: FactReader = {
    one: async (slug, where) => {
      // What cannot be an id names no row; MongoDB would call the question itself wrong.
      if (!where || (typeof where === 'string' && !isId(where))) return null
      const condition: Where = typeof where === 'string' ? { id: { equals: where } } : where
      return inTurn(req, () => db.findOne<StoredRow>({ collection: slug, where: condition, req }))
    },
    many: async (slug, where, options) => {
      const found = await inTurn(req, () =>
        db.find<StoredRow>({
          collection: slug,
          where,
          sort: options?.sort,
          limit: options?.limit ?? 0,
          pagination: false,
          req,
        }),
      )
      return found.docs
    },
    global: async (slug) => ((await inTurn(req, () => db.findGlobal({ slug, req }))) ?? {}) as Row, // read by name
    count: async (slug, where) =>
      (await inTurn(req, () => db.count({ collection: slug, where, req }))).totalDocs,
    text: async (slug, row): Promise<Row> =>
      row ? { ...row, ...(await unsealRow(req, slug, row)) } : {},
  }
  return reader
}
