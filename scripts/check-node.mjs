// Plain JavaScript of any age, so that an old Node can run it and say what is wrong.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error('Node ' + process.versions.node + ' is too old: install Node 20.19 or newer.');
  process.exit(1);
}
