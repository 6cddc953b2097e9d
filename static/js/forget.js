/* After signing out, nothing of what this browser kept of unsaved texts stays on the device. */

if (document.cookie.split("; ").includes("signed_out=1")) {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("contribution:")) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  indexedDB.deleteDatabase("newsroom").onsuccess = () => {
    document.cookie = "signed_out=; Max-Age=0; Path=/; SameSite=Lax";
  };
}
