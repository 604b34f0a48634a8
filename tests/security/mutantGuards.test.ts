import { classMutants } from './mutants/classes'
import { describeMutants } from './mutants/describeMutants'
import { guardMutants } from './mutants/guards'
import { scopeMutants } from './mutants/scopes'

describeMutants({ scope: scopeMutants, class: classMutants, guard: guardMutants })
