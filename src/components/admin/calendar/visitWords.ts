const kinds: Record<string, string> = {
  intake: 'Intake',
  individual: 'Individual',
  family: 'Family',
  group: 'Group',
}
const formats: Record<string, string> = { inPerson: 'In person', video: 'Video', phone: 'Phone' }

export const kindLabel = (kind: string): string => kinds[kind] ?? kind

export const formatLabel = (format: string): string => formats[format] ?? format
