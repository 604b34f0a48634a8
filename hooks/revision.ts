import type {
  BasePayload,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { actorOf } from '@/access/principal'
import { changeRowSoon } from '@/src/lib/database'
import { Refusal } from '@/src/lib/errors'

type Claim = { slug: string; id: string; rev: number }
/** What the client started from, and whether it said so in the head of its request. */
type Given = { rev: unknown; isHeader: boolean }
type Bag = { revClaims?: Claim[]; givenRev?: Record<string, Given> }

const stale = (current: number, req: PayloadRequest | undefined): Refusal => {
  const way =
    req && actorOf(req).kind === 'apiClient'
      ? 'Read it again and send your change with that revision.'
      : 'Reload to see their version; what you typed stays in this tab until you do.'
  return new Refusal('stale', [
    {
      path: 'rev',
      message: `Somebody else saved this record while you were working (it is at revision ${current} now). ${way}`,
    },
  ])
}

const keyOf = (slug: string, id: unknown): string => `${slug}|${String(id)}`

/** The revision in the head of a request: `If-Match: "7"`, weak or not. */
export const ifMatchOf = (req: PayloadRequest): string | undefined =>
  req.headers?.get?.('if-match')?.replace(/^W\//, '').replaceAll('"', '')

/** The revision in a body; a Refusal where it is no number, for a guard that is passed over guards nothing. */
export const revisionIn = (given: unknown): number | null => {
  if (given === undefined || given === null || given === '') return null
  const rev = Number(given)
  if (Number.isInteger(rev) && rev > 0) return rev
  throw new Refusal('invalid', [
    { path: 'rev', message: 'rev is the whole number that came with the record, such as 7.' },
  ])
}

const keepsRevision = ({ flattenedFields }: SanitizedCollectionConfig): boolean =>
  flattenedFields.some(({ name }) => name === 'rev')

/** A program that writes without having looked would undo what people did meanwhile. */
export const requireRevision = (req: PayloadRequest): void => {
  if (actorOf(req).kind !== 'apiClient' || systemMarkOf(req)) return
  throw new Refusal('precondition-required', [
    {
      path: 'rev',
      message:
        'Say which revision you read: send its "rev" in the body, or as If-Match. Read the record first.',
    },
  ])
}

/** Remembers which revision the client started from, before field access takes it away. */
export const readGivenRevision: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'update') return args
  const { id, data } = args as { id?: string; data?: { rev?: unknown } } // update arguments
  const header = ifMatchOf(req)
  const isHeader = data?.rev === undefined && Boolean(header)
  const given = isHeader ? header : data?.rev
  const isMissing = given === undefined || given === null || given === ''
  if (isMissing && keepsRevision(collection)) requireRevision(req)
  if (id && given !== undefined && given !== null && given !== '') {
    const bag = req.context as Bag
    bag.givenRev ??= {}
    bag.givenRev[keyOf(collection.slug, id)] = { rev: given, isHeader }
  }
  return args
}

/** Refuses a stale revision and claims the next one for this write. */
export const claimRevision: CollectionBeforeChangeHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') {
    data.rev = 1
    return data
  }
  const bag = req.context as Bag
  const current = Number(originalDoc?.rev ?? 0)
  const given = bag.givenRev?.[keyOf(collection.slug, originalDoc?.id)]
  if (given && Number(given.rev) !== current) {
    if (given.isHeader) {
      throw new Refusal(
        'precondition-failed',
        `This record is at revision ${current}, not ${given.rev}. Read it again.`,
      )
    }
    throw stale(current, req)
  }
  bag.revClaims ??= []
  bag.revClaims.push({ slug: collection.slug, id: String(originalDoc?.id), rev: current })
  data.rev = current + 1
  return data
}

type UpdateOne = BasePayload['db']['updateOne']

/** Makes Payload's own update conditional: of two writers who read the same revision one is refused. */
export const guardRevisions = (payload: BasePayload): void => {
  const original: UpdateOne = payload.db.updateOne.bind(payload.db)
  payload.db.updateOne = (async (args) => {
    const bag = ((args.req as PayloadRequest | undefined)?.context ?? {}) as Bag
    const index =
      bag.revClaims?.findIndex(
        (claim) => claim.slug === args.collection && claim.id === String(args.id),
      ) ?? -1
    const claim = index >= 0 ? bag.revClaims?.splice(index, 1)[0] : undefined
    if (!claim) return original(args)
    const won = await changeRowSoon(payload, {
      slug: claim.slug,
      where: { id: claim.id, rev: claim.rev },
      data: { rev: claim.rev + 1 },
      req: args.req as PayloadRequest | undefined,
    })
    if (!won) throw stale(claim.rev + 1, args.req as PayloadRequest | undefined)
    return original(args)
  }) as UpdateOne
}
