import type { Field, FieldAccess } from 'payload'
import { normalizeDateField } from '@/hooks/normalizeDates'
import { isEmergencyRow, isReadInEmergencyOnly } from './decide'
import { fieldClassOf, isReadByAll } from './fieldClasses'
import { isOpenInEmergency, mayRead, mayWrite } from './fieldRights'
import { prefillFromAddress } from './prefillFromAddress'
import { actorOf } from './principal'
import { isTakenOut } from './withheld'

const readField = (slug: string, path: string): FieldAccess => {
  const fieldClass = fieldClassOf(slug, path)
  return ({ req, doc }) => {
    const actor = actorOf(req)
    if (mayRead(actor.principals, fieldClass)) return true
    if (!isOpenInEmergency(fieldClass)) return false
    // Without a row it is a filter or an order, which then only meets rows of the open chart.
    return doc ? isEmergencyRow(actor, slug, doc) : isReadInEmergencyOnly(actor, slug)
  }
}

const writeField =
  (slug: string, path: string): FieldAccess =>
  ({ req }) =>
    mayWrite(actorOf(req).principals, fieldClassOf(slug, path))

const anyone: FieldAccess = () => true

/**
 * Payload asks per field and row: where nobody could be refused, or the field is taken out of the whole
 * answer, the question is left out. A field the server fills keeps it, for GraphQL would demand a required field without one from the caller.
 */
const readRight = (field: Field, slug: string, path: string): { read?: FieldAccess } => {
  if (isTakenOut(slug, path)) return {}
  if (!isReadByAll(slug, path)) return { read: readField(slug, path) }
  const isFilled = 'required' in field && field.required && 'defaultValue' in field
  return isFilled ? { read: anyone } : {}
}

/** Fields with the rights of their classes. */
export const walkFields = (fields: readonly Field[], slug: string, prefix: string): Field[] =>
  fields.map((field) => secureField(field, slug, prefix))

const shortWords: Readonly<Record<string, string>> = {
  email: 'e-mail',
  id: 'ID',
  npi: 'NPI',
  zip: 'ZIP',
  url: 'URL',
  utm: 'UTM',
}

/** What a field is called where nobody says it: `primaryClinician` is "Primary clinician", `isActive` "Active". */
const wordsOf = (name: string): string => {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])|([a-z])(?=\d)/g, '$1$3 $2')
    .toLowerCase()
    .replace(/^is /, '')
    .split(' ')
    .map((word) => shortWords[word] ?? word)
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const named = (field: Field): Field =>
  'name' in field && field.name && field.type !== 'ui' && field.label === undefined
    ? ({ ...field, label: wordsOf(field.name) } as Field) // keeps its type
    : field

const secureField = (unnamed: Field, slug: string, prefix: string): Field => {
  const given = named(unnamed)
  const field = prefix ? normalizeDateField(given) : prefillFromAddress(normalizeDateField(given))
  if (field.type === 'tabs') {
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({
        ...tab,
        fields: walkFields(
          tab.fields,
          slug,
          'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix,
        ),
      })),
    }
  }
  if (field.type === 'row' || field.type === 'collapsible')
    return { ...field, fields: walkFields(field.fields, slug, prefix) }
  if (!('name' in field) || !field.name) return field
  const path = `${prefix}${field.name}`
  const access = 'access' in field ? field.access : undefined
  const secured = {
    ...field,
    access: {
      ...readRight(field, slug, path),
      create: access?.create ?? writeField(slug, path),
      update: access?.update ?? writeField(slug, path),
    },
  } as Field // every named field may carry access
  if ('fields' in secured && Array.isArray(secured.fields)) {
    return { ...secured, fields: walkFields(secured.fields, slug, `${path}.`) } as Field // group and array keep their type
  }
  return secured
}

export const confidentialNames = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => confidentialNames(tab.fields))
    if (field.type === 'row' || field.type === 'collapsible') return confidentialNames(field.fields)
    return 'name' in field && field.custom?.['confidential'] ? [field.name] : []
  })

export const closed = () => false

const hidden = (name: string, rest: Partial<Field> = {}): Field =>
  ({
    name,
    type: 'text',
    hidden: true,
    access: { create: closed, update: closed, read: closed },
    ...rest,
  }) as Field // text field

const revisionField: Field = {
  name: 'rev',
  type: 'number',
  admin: { hidden: true },
  access: { create: closed },
}

/** Columns of every kept record that only the server fills. */
export const systemFields = (
  options: { isAppendOnly?: boolean; actions?: readonly unknown[] },
  hasConfidential: boolean,
  hasDrafts: boolean,
): Field[] => [
  ...(options.isAppendOnly || hasDrafts ? [] : [revisionField]),
  ...(hasConfidential
    ? [
        hidden('recordUid', { index: true } as Partial<Field>),
        hidden('sealed', { type: 'textarea', maxLength: 4_000_000 } as Partial<Field>),
      ] // ciphertext of all texts
    : []),
  ...(options.actions?.length ? [hidden('pendingAction', { index: true } as Partial<Field>)] : []),
  ...(options.isAppendOnly ? [] : [hidden('lastAction', { index: true } as Partial<Field>)]),
]
