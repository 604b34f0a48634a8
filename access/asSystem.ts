import {
  type BasePayload,
  type CollectionSlug,
  createLocalReq,
  type DataFromCollectionSlug,
  type PaginatedDocs,
  type PayloadRequest,
  type SelectType,
  type Where,
} from 'payload'

type Data = Record<string, unknown>

type FindArgs<S extends CollectionSlug> = {
  collection: S
  where?: Where
  limit?: number
  page?: number
  sort?: string | string[]
  depth?: number
  select?: SelectType
  pagination?: boolean
  /** Drafts as last saved, where the caller may read them. */
  draft?: boolean
}

/** The Local API with the question of access already answered. */
export type LocalApi = {
  req: PayloadRequest
  find: <S extends CollectionSlug>(
    args: FindArgs<S>,
  ) => Promise<PaginatedDocs<DataFromCollectionSlug<S>>>
  findOne: <S extends CollectionSlug>(
    args: FindArgs<S>,
  ) => Promise<DataFromCollectionSlug<S> | null>
  findByID: <S extends CollectionSlug>(args: {
    collection: S
    id: string
    depth?: number
    select?: SelectType
  }) => Promise<DataFromCollectionSlug<S>>
  count: <S extends CollectionSlug>(args: { collection: S; where?: Where }) => Promise<number>
  create: <S extends CollectionSlug>(args: {
    collection: S
    data: Data
    draft?: boolean
    file?: { data: Buffer; mimetype: string; name: string; size: number }
  }) => Promise<DataFromCollectionSlug<S>>
  update: <S extends CollectionSlug>(args: {
    collection: S
    id: string
    data: Data
    draft?: boolean
  }) => Promise<DataFromCollectionSlug<S>>
}

type LooseLocal = Record<string, (args: object) => Promise<never>>

const localApi = (req: PayloadRequest, overrideAccess: boolean): LocalApi => {
  // Payload's own signatures narrow data per slug; here the caller's record shape decides.
  const payload = req.payload as unknown as LooseLocal
  const base = { req, overrideAccess, depth: 0 }
  const call = (name: string, args: object): Promise<never> => {
    const method = payload[name]
    if (!method) throw new Error(`The Local API has no "${name}".`)
    return method.call(payload, { ...base, ...args })
  }
  return {
    req,
    find: (args) => call('find', args),
    findOne: async (args) => {
      const found: { docs: never[] } = await call('find', { ...args, limit: 1, pagination: false })
      return found.docs[0] ?? null
    },
    findByID: (args) => call('findByID', args),
    count: async (args) => {
      const counted: { totalDocs: number } = await call('count', args)
      return counted.totalDocs
    },
    create: (args) => call('create', args),
    update: (args) => call('update', args),
  }
}

/** Everything a person does in our own pages and endpoints: their rights, their name. */
export const asUser = (req: PayloadRequest): LocalApi => localApi(req, false)

export type SystemMark = { reason: string }

export const systemMarkOf = (req: Pick<PayloadRequest, 'context'>): SystemMark | null =>
  (req.context as { system?: SystemMark } | undefined)?.system ?? null

/**
 * The only way past the policy table. `reason` says why and lands in the audit log with every write.
 * Rules still run; the person who caused it stays the person who is recorded.
 */
export const asSystem = async (
  source: PayloadRequest | BasePayload,
  reason: string,
): Promise<LocalApi> => {
  const origin = 'payload' in source ? source : null
  const payload = origin ? origin.payload : (source as BasePayload)
  const context = { ...(origin?.context ?? {}), system: { reason } satisfies SystemMark }
  const req = await createLocalReq(
    {
      context,
      user: origin?.user ?? undefined,
      req: origin ? { transactionID: origin.transactionID, headers: origin.headers } : {},
    },
    payload,
  )
  req.context = context
  return localApi(req, true)
}
