/** Where an import stands; work goes on by itself in those that end with -ing. */
export const importStates = [
  { value: 'reading', label: 'Being read' },
  { value: 'uploaded', label: 'Columns to choose' },
  { value: 'checking', label: 'Being checked' },
  { value: 'checked', label: 'Checked' },
  { value: 'starting', label: 'Checked once more' },
  { value: 'writing', label: 'Being imported' },
  { value: 'done', label: 'Imported' },
  { value: 'undoing', label: 'Being taken back' },
  { value: 'undone', label: 'Taken back' },
  { value: 'stopped', label: 'Stopped' },
  { value: 'discarded', label: 'Discarded' },
] as const

export type ImportState = (typeof importStates)[number]['value']

export const workingStates = ['reading', 'checking', 'starting', 'writing', 'undoing'] as const

export const lineStates = [
  { value: 'waiting', label: 'Not imported yet' },
  { value: 'written', label: 'Imported' },
  { value: 'linked', label: 'Here already' },
  { value: 'leftOut', label: 'Left out' },
  { value: 'refused', label: 'Not possible any more' },
  { value: 'undone', label: 'Taken back' },
  { value: 'kept', label: 'Kept' },
] as const

export const lineAnswers = [
  { value: 'same', label: 'The same person' },
  { value: 'new', label: 'A new person' },
  { value: 'out', label: 'Leave this line out' },
] as const

/** Unique while an import writes: of all of them one does at a time. */
export const busyLock = 'busy'

export const idleLock = (id: string): string => `idle|${id}`
