/** Where work on an objective stands (clinical reference 4.6). */
export const objectiveStatuses = [
  { value: 'new', label: 'New' },
  { value: 'in-progress', label: 'In progress' },
  { value: 'achieved', label: 'Achieved' },
  { value: 'revised', label: 'Revised' },
  { value: 'deferred', label: 'Deferred' },
  { value: 'discontinued', label: 'Discontinued' },
] as const
