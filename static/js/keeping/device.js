/* What this browser keeps, written through to the disk: the text of each form by its key, and which forms it has opened.
 * Whose it is stands in it, since several people may share a device. ``sign-out.js`` and ``forget.js`` empty it. */

const NAME = "newsroom";
const TEXTS = "texts";
const FORMS = "forms";
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const store of [TEXTS, FORMS]) asked.result.createObjectStore(store, { keyPath: "key" }).createIndex("user", "user");
    };
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      // Another tab empties it: let go, and open it again when there is something to keep.
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      resolve(database);
    };
  }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function run(name, mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const keep = (record) => run(TEXTS, "readwrite", (store) => store.put(record));
export const remove = (key) => run(TEXTS, "readwrite", (store) => store.delete(key));
export const all = (user) => run(TEXTS, "readonly", (store) => store.index("user").getAll(user));

export const noteForm = (form) => run(FORMS, "readwrite", (store) => store.put(form));
export const removeForm = (key) => run(FORMS, "readwrite", (store) => store.delete(key));
export const allForms = (user) => run(FORMS, "readonly", (store) => store.index("user").getAll(user));

export async function forget() {
  const database = await opened?.catch(() => null);
  database?.close();
  opened = null;
  await new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onerror = asked.onblocked = resolve;
  });
}
