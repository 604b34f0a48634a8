import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { Refusal } from '@/src/lib/errors'
import { workOn } from '../work/workOn'
import { runOf, standing } from './runOf'

const workMs = 3_000
const pauseMs = 250

/**
 * POST /api/import-runs/:id/continue: works on an import for some seconds and answers where it stands. A page or
 * a program asks until nothing is left; without them the worker goes on every minute.
 */
export const continueEndpoint = door('policy', {
  method: 'post',
  path: '/:id/continue',
  handler: async (req) => {
    const { id } = await runOf(req)
    if (!isGranted(req, 'import-runs', 'start'))
      throw new Refusal('not-granted', 'Imports are for those who enter patients.')
    const isOurs = await workOn(req.payload, id, workMs)
    // Somebody else is at it: whoever asks again at once would only hold them up.
    if (!isOurs) await new Promise((done) => setTimeout(done, pauseMs))
    return Response.json(standing(await runOf(req)), { headers: { 'cache-control': 'no-store' } })
  },
})
