import { describeMutants } from './mutants/describeMutants'
import { guardMutants } from './mutants/guards'

describeMutants('guard', guardMutants)
