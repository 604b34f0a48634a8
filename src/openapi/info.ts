const description = `
Everything the screens can do, a program can do, under the same policy and the same rules.

**Who is asking.** A member of staff with the session of the office, or software with a key: \`Authorization: Bearer tops_…\`.
An owner makes the key and grants pairs of a kind of record and an operation or action, such as \`patients:read\`. What lies
beyond is answered with 403 (this kind of record) or 404 (this record); fields that the caller may not see are absent.

**Paging.** \`page\` and \`limit\` for short lists. Long ones are read by \`after\`, an opaque cursor in an order that stays.
\`/changes\` answers what was written since.

**Saving.** Records carry \`rev\`. Send the one you read, in the body or as \`If-Match\`; software has to (428). A create or an
action with an \`Idempotency-Key\` happens once, however often it is sent.

**Actions.** A state is changed by an action, never by a field: \`POST /api/<collection>/{id}/<action>\`.

**Refusals** have one shape on every door. \`message\` is a sentence for people; \`code\`, \`rule\` and \`data.errors[].path\` are
for programs. Quote \`reference\` when asking for help.

**How often.** Every answer to software carries \`RateLimit-Limit\`, \`-Remaining\` and \`-Reset\`; 429 carries \`Retry-After\`.

**Dates and money.** Instants are ISO 8601 in UTC, days \`YYYY-MM-DD\` at the place, money whole cents.
`.trim()

export const info = {
  title: 'Therapy Ops',
  version: '1',
  description,
  license: { name: 'MIT', identifier: 'MIT' },
} as const
