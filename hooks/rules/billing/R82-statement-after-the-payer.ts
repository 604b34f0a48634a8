import { defineRule } from '../rule'

export const statementAfterThePayer = defineRule({
  id: 'R82',
  title:
    'A statement goes out only after the payer has answered, above the minimum, and not on hold',
  area: 'billing',
  appliesTo: ['statements:action:issue'],
  override: { roles: ['owner'] },
  check: ({ change: { after } }) =>
    typeof after['openQuestion'] === 'string' && after['openQuestion']
      ? [
          {
            path: 'patient',
            message: after['openQuestion'],
            fixUrl: `/admin/collections/patients/${String(after['patient'])}`,
          },
        ]
      : [],
})
