import { appointmentColumns } from './appointmentColumns'
import type { ImportColumn } from './column'
import { patientColumns } from './patientColumns'
import { policyColumns } from './policyColumns'

export const importKinds = [
  { value: 'patients', label: 'Patients' },
  { value: 'policies', label: 'Insurance policies' },
  { value: 'appointments', label: 'Appointments' },
] as const

export type ImportKind = (typeof importKinds)[number]['value']

const byKind: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  patients: patientColumns,
  policies: policyColumns,
  appointments: appointmentColumns,
}

export const columnsOf = (kind: ImportKind): readonly ImportColumn[] => byKind[kind]

export const columnLabel = (kind: ImportKind, name: string): string =>
  byKind[kind].find((column) => column.name === name)?.label ?? name

export const kindLabel = (kind: string): string =>
  importKinds.find(({ value }) => value === kind)?.label ?? kind
