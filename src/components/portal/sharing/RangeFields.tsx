'use client'

import type { Problem } from '../sendRequest'
import { problemAt, TextField } from '../TextField'

/** From which time; both ends may stay open. */
export const RangeFields = ({ problems }: { problems: readonly Problem[] }) => (
  <>
    <TextField
      name="recordsFrom"
      label="Only from this day on"
      help="Leave it empty for everything from the beginning."
      type="date"
      isOptional
      problem={problemAt(problems, 'recordsFrom')}
    />
    <TextField
      name="recordsTo"
      label="Only up to this day"
      help="Leave it empty for everything until now."
      type="date"
      isOptional
      problem={problemAt(problems, 'recordsTo')}
    />
  </>
)
