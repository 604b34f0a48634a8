import { Chip } from './Chip'
import { lookOf } from './states'

/** The chip of a record's state. */
export const StateChip = ({ state }: { state: string }) => {
  const { label, tone, icon } = lookOf(state)
  return (
    <Chip icon={icon} tone={tone}>
      {label}
    </Chip>
  )
}
