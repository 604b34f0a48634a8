import { defineRule } from '../rule'
import { isTrainee } from './trainee'

export const traineesWaitForCoSignature = defineRule({
  id: 'R55',
  title: "A pre-licensed author's signature waits for the supervisor before it counts",
  area: 'records',
  appliesTo: [
    'progress-notes:action:sign',
    'intake-assessments:action:sign',
    'addenda:action:sign',
    'progress-notes:action:share',
  ],
  override: null,
  check: ({ actor, change: { after, on } }) => {
    if (on === 'action:share') {
      return after['isFinal'] === true
        ? []
        : [{ message: 'This note is not final. Share it once it is signed and co-signed.' }]
    }
    const isFinal = after['isFinal'] === true || after['status'] === 'signed'
    return isTrainee(actor) && isFinal
      ? [{ path: 'status', message: 'Your signature goes to your supervisor for co-signature.' }]
      : []
  },
})
