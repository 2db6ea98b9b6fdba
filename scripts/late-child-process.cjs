// Stands for `node:child_process` in the script of the questions (scripts/bundle.mjs): the module brings Node's net and dgram with it, and only a pager needs it.
module.exports = {
  get spawn() {
    return require('child_process').spawn;
  },
};
