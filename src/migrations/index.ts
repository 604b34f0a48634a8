import * as migration_20261124_031539_initial from './20261124_031539_initial';

export const migrations = [
  {
    up: migration_20261124_031539_initial.up,
    down: migration_20261124_031539_initial.down,
    name: '20261124_031539_initial'
  },
];
