import { assembleRows } from './assembleRows'
import { classRights, type FieldClass, type FieldRows, isOpenInEmergency } from './fieldRights'
import { billing } from './fieldRows/billing'
import { globals } from './fieldRows/globals'
import { intake } from './fieldRows/intake'
import { outreach } from './fieldRows/outreach'
import { people } from './fieldRows/people'
import { records } from './fieldRows/records'
import { sharing } from './fieldRows/sharing'
import { system } from './fieldRows/system'
import { treatment } from './fieldRows/treatment'
import { policyOf } from './policy'
import { type Principal, principals, staffRoles } from './roles'

const areas: readonly FieldRows[] = [
  intake,
  treatment,
  records,
  sharing,
  billing,
  people,
  outreach,
  system,
  globals,
]

/** By collection or global: the class of its fields, with the exceptions by dotted path; by area in access/fieldRows/. */
export const fieldClasses: FieldRows = assembleRows(areas, 'access/fieldRows/')

/** The class of a field by its dotted path; a name covers everything beneath it. */
export const fieldClassOf = (slug: string, path: string): FieldClass => {
  const row = fieldClasses[slug]
  if (!row)
    throw new Error(`access/fieldRows/ has no row for "${slug}". Add one before registering it.`)
  const [top = path] = path.split('.')
  return row.fields?.[path] ?? row.fields?.[top] ?? row.default
}

/** Whether each of these who can reach a row of `slug` at all may read the field. */
const isReadBy = (asked: readonly Principal[], slug: string, path: string): boolean => {
  const policy = policyOf(slug)
  const fieldClass = fieldClassOf(slug, path)
  const { read } = classRights[fieldClass]
  return asked.every((principal) => {
    const scopes = [...policy[principal].values()]
    // Such a row is only ever reached while its chart is open in an emergency.
    const isShut = scopes.every((scope) => scope === 'emergency') && isOpenInEmergency(fieldClass)
    return !scopes.length || isShut || read.includes(principal)
  })
}

/** Whether everybody who can reach a row of `slug` at all may read the field: it then needs no check. */
export const isReadByAll = (slug: string, path: string): boolean => isReadBy(principals, slug, path)

/** Whether all staff who reach a row may: for the others it is then taken out of whole answers. */
export const isReadByStaff = (slug: string, path: string): boolean =>
  isReadBy(staffRoles, slug, path)
