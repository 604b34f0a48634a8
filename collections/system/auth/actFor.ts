import { actorOf } from '@/access/principal'
import { surfaces } from '@/access/session/cookies'
import { audit } from '@/hooks/audit/writer'
import { notFound, Refusal } from '@/src/lib/errors'
import { bodyOf, type Handler, noStore, text } from './request'

/** Opens the pages of another patient for whom the account may act, or one's own; for this session. */
export const actFor: Handler = async (req, surface) => {
  const patient = text((await bodyOf(req))['patient'])
  const { id, session } = actorOf(req)
  if (!id || !session || session.surface !== surface || surface !== 'portal')
    throw new Refusal('signed-out', 'Sign in again.')
  const user = req.user as unknown as Record<string, unknown> // a portal user
  const mayOpen =
    user['patient'] === patient || session.proxies?.some((proxy) => proxy.patient === patient)
  if (!patient || !mayOpen) throw notFound()
  await req.payload.db.updateOne({
    collection: 'auth-sessions',
    where: { sessionId: { equals: session.sessionId } },
    data: { actingFor: patient },
  })
  await audit(req, {
    action: 'act-for',
    outcome: 'done',
    collection: surfaces[surface].collection,
    recordIds: [id],
    patientIds: [patient],
  })
  return Response.json({ message: 'Opened.' }, { headers: noStore })
}
