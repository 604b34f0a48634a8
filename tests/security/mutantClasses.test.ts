import { classMutants } from './mutants/classes'
import { describeMutants } from './mutants/describeMutants'

describeMutants('class', classMutants)
