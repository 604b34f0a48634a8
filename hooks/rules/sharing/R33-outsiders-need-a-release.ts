import { idIn, type Row } from '@/src/domain/row'
import { isInForce } from '@/src/domain/sharing/releaseKinds'
import { defineRule } from '../rule'
import { isSameName } from './sharingFacts'

type Facts = { release: Row | null }

export const outsidersNeedARelease = defineRule<Facts>({
  id: 'R33',
  title: 'Somebody outside the practice joins the care team with a release that names them',
  area: 'sharing',
  appliesTo: ['outside-care:action:add'],
  override: { roles: ['compliance'] },
  facts: async (read, { after }) => ({
    release: await read.one('releases', idIn(after, 'release')),
  }),
  check: ({ change: { after }, facts: { release }, today }) => {
    const isTheirs =
      release !== null &&
      idIn(release, 'patient') === idIn(after, 'patient') &&
      isSameName(release['recipientName'], after['name']) &&
      Boolean(release['classes']) &&
      isInForce(
        {
          status: String(release['status']),
          expiresOn: String(release['expiresOn'] ?? '') || null,
        },
        today,
      )
    return isTheirs
      ? []
      : [
          {
            path: 'release',
            message: `No release on file for ${String(after['name'])}. Ask the patient to sign one that says what may be shared.`,
          },
        ]
  },
})
