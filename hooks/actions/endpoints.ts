import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { decide, isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { ifMatchOf, revisionIn } from '../revision'
import { overridesIn } from '../stamp'
import type { AnyAction } from './define'
import { idempotencyKeyOf } from './idempotency'
import { runAction } from './run'
import { proofIn } from './stepUp'

type Body = Record<string, unknown>

const bodyOf = async (req: PayloadRequest): Promise<Body> => {
  await addDataAndFileToRequest(req)
  const body = req.data ?? {}
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Refusal('invalid', 'The body must be a JSON object.')
  return body as Body
}

const inputOf = ({
  _override,
  _password,
  _code,
  _recoveryCode,
  _passkey,
  rev,
  ...input
}: Body): Body => input

const handler =
  (action: AnyAction) =>
  async (req: PayloadRequest): Promise<Response> => {
    const body = await bodyOf(req)
    const id = action.on === 'collection' ? null : String(req.routeParams?.['id'] ?? '')
    const answer = await runAction(req, {
      action,
      id,
      input: inputOf(body),
      overrides: overridesIn(body),
      idempotencyKey: idempotencyKeyOf(req),
      proof: proofIn(body),
      rev: revisionIn(body['rev']),
      ifMatch: ifMatchOf(req) ?? null,
    })
    return Response.json(answer, {
      status: action.on === 'collection' && !answer.isReplay ? 201 : 200,
    })
  }

export type OfferedAction = Pick<
  AnyAction,
  'name' | 'label' | 'confirm' | 'tone' | 'fields' | 'stepUp' | 'shown'
> & {
  /** False when the record stands elsewhere; the button then says so. */
  isPossible: boolean
}

/** The actions of a record that this person holds, with their questions. */
const offer =
  (slug: string, actions: readonly AnyAction[]) =>
  async (req: PayloadRequest): Promise<Response> => {
    const id = String(req.routeParams?.['id'] ?? '')
    const scope = await decide(req, slug, 'read')
    if (scope === false || !isId(id)) throw notFound()
    const named = { id: { equals: id } }
    const row = await req.payload.db.findOne<Body & { id: string }>({
      collection: slug,
      where: scope === true ? named : { and: [named, scope] },
    })
    if (!row) throw notFound()
    const offered: OfferedAction[] = actions
      .filter((action) => action.on !== 'collection' && isGranted(req, slug, action.name))
      .map(({ name, label, confirm, tone, fields, stepUp, shown, from }) => ({
        name,
        label,
        confirm,
        tone,
        fields,
        stepUp,
        shown,
        isPossible: !from || from.values.some((value) => value === (row[from.column] ?? null)),
      }))
    return Response.json({ actions: offered, rev: row['rev'] ?? null, kind: actorOf(req).kind })
  }

/** `POST /:id/<name>` (or `POST /<name>` where it makes a record) and the list the buttons come from. */
export const actionEndpoints = (slug: string, actions: readonly AnyAction[]): Endpoint[] => [
  ...(actions.length
    ? [door('policy', { method: 'get', path: '/:id/actions', handler: offer(slug, actions) })]
    : []),
  ...actions.map((action) =>
    door('action', {
      method: 'post',
      path: action.on === 'collection' ? `/${action.name}` : `/:id/${action.name}`,
      handler: handler(action),
    }),
  ),
]
