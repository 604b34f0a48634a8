import type { BasePayload, FlattenedField, SanitizedCollectionConfig } from 'payload'

/** What stays of a destroyed chart, why, and the columns of it that are emptied. */
export const staysAfterDestruction: Readonly<
  Record<string, { reason: string; emptied?: readonly string[] }>
> = {
  'destruction-lines': { reason: 'The proof that the chart was destroyed.' },
  'legal-holds': { reason: 'Lifted holds, by ids and a code: why the chart was kept for so long.' },
  'access-review-lines': { reason: 'Who opened the chart without an assignment, by ids.' },
  'break-glass-grants': { reason: 'Who opened the chart in an emergency, by ids and a code.' },
  postings: {
    reason: 'Amounts and days without a name, so that the books of the practice still add up.',
    emptied: ['payerClaimNumber'],
  },
  'ledger-entries': { reason: 'Amounts and days without a name, as the postings.' },
}

/** Files of a payer that are about several patients go with the last of them. */
export const sharedFiles = [
  { slug: 'remittances', by: { slug: 'remittance-items', column: 'remittance' } },
  { slug: 'claim-batches', by: { slug: 'claims', column: 'batch' } },
] as const

type Relation = { name: string; relationTo: string; isRequired: boolean }

const isToOne = (
  field: FlattenedField,
): field is FlattenedField & { relationTo: string; name: string } =>
  (field.type === 'relationship' || field.type === 'upload') &&
  typeof field.relationTo === 'string' &&
  !field.hasMany

const relationsOf = ({ flattenedFields }: SanitizedCollectionConfig): Relation[] =>
  flattenedFields.filter(isToOne).map((field) => ({
    name: field.name,
    relationTo: field.relationTo,
    isRequired: 'required' in field && field.required === true,
  }))

/** A collection whose rows belong to a chart: by which columns, and what else of the chart they hang on. */
export type Going = {
  slug: string
  patientColumns: readonly string[]
  parents: readonly Relation[]
}

/** What cannot stand without another comes before it. */
const childrenFirst = (all: readonly Going[]): Going[] => {
  const ordered = new Set<Going>()
  const add = (each: Going): void => {
    if (ordered.has(each)) return
    const children = all.filter(({ parents }) =>
      parents.some(({ relationTo, isRequired }) => isRequired && relationTo === each.slug),
    )
    for (const child of children) add(child)
    ordered.add(each)
  }
  for (const each of all) add(each)
  return [...ordered]
}

/**
 * Everything the running configuration keeps about a patient, in the order in which it can be deleted; a new
 * collection is part of it by itself.
 */
export const collectionsOfChart = (payload: BasePayload): Going[] => {
  const about = Object.values(payload.collections)
    .map(({ config }) => ({ slug: config.slug as string, relations: relationsOf(config) }))
    .filter(({ slug }) => slug !== 'patients')
    .map(({ slug, relations }) => ({
      slug,
      patientColumns: relations
        .filter(({ relationTo }) => relationTo === 'patients')
        .map(({ name }) => name),
      relations,
    }))
    .filter(({ patientColumns }) => patientColumns.length)
  const slugs = new Set(about.map(({ slug }) => slug))
  const all = about.map(({ slug, patientColumns, relations }) => ({
    slug,
    patientColumns,
    parents: relations.filter(({ relationTo }) => slugs.has(relationTo) && relationTo !== slug),
  }))
  return childrenFirst(all)
}
