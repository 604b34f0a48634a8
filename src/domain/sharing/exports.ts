/** In which form records leave. */
export const exportFormats = [
  { value: 'pdf', label: 'PDF, to read and print' },
  { value: 'zip', label: 'ZIP: PDF, data as JSON, and files' },
] as const

export type ExportFormat = (typeof exportFormats)[number]['value']
