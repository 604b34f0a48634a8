import { grantableScope } from '@/access/apiScopes'
import { defineRule } from '../rule'

/** The table refuses first (403); this holds wherever a write of an API client still arrives. */
export const apiClientsDoWhatTheyWereGranted = defineRule({
  id: 'R107',
  title: 'An API client does only what it was granted, never signs and never touches notes',
  area: 'system',
  appliesTo: ['*:create', '*:update'],
  override: null,
  check: ({ actor, change, isSystem }) => {
    if (isSystem || actor.kind !== 'apiClient') return []
    const scope = `${change.slug}:${change.on}`
    if (actor.apiScopes.includes(scope) && grantableScope(scope)) return []
    return [
      {
        message: `The client "${actor.name}" may not ${change.on} ${change.slug.replaceAll('-', ' ')}.`,
      },
    ]
  },
})
