import type { CellType } from './cells'

export type ImportColumn = {
  name: string
  label: string
  help: string
  isRequired?: true
  type: CellType
  /** Headings of other programs that mean the same, besides name and label. */
  also: readonly string[]
}

export const text = (most = 100): CellType => ({ is: 'text', most })

export const named = (
  name: string,
  label: string,
  type: CellType,
  also: readonly string[] = [],
  help = '',
): ImportColumn => ({ name, label, type, also, help })

export const required = (column: ImportColumn): ImportColumn => ({ ...column, isRequired: true })

export const recordNumber: ImportColumn = {
  name: 'recordNumber',
  label: 'Record number',
  help: 'The number of the person in the system before. Policies and appointments find the patient by it.',
  type: text(60),
  also: [
    'external id',
    'patient id',
    'patient number',
    'client id',
    'client number',
    'chart number',
    'mrn',
    'id',
  ],
}

export const sexes = {
  F: ['Female', 'F', 'woman'],
  M: ['Male', 'M', 'man'],
  U: ['Unknown', 'U', 'X'],
}

export const whoTreats = 'Name or e-mail address of a clinician who works here.'
export const place = 'Name of a location of the practice.'
