"""What went wrong in the browser while a test looked elsewhere, from console errors to foreign requests."""

import re
from dataclasses import dataclass, field

# The console of a page whose policy was violated says so; this adds what the browser's own message may leave out.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  const where = `${event.sourceFile || event.documentURI}:${event.lineNumber}`;
  console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI} at ${where}`);
});
"""
# A request that the page itself gave up, by leaving or by cancelling it.
GIVEN_UP = "net::ERR_ABORTED"


@dataclass
class Troubles:
    """``expect(pattern)`` declares one that the test is about; it must then happen. ``allow(pattern)`` declares one
    that depends on which of two was first."""

    seen: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def expect(self, pattern):
        self.expected.append(pattern)

    def allow(self, pattern):
        self.allowed.append(pattern)

    def watch(self, context, site):
        context.on("console", self.note_console)
        context.on("weberror", lambda error: self.seen.append(f"exception: {error.error}"))
        context.on("request", lambda request: self.note_request(request, site))
        context.on("requestfailed", self.note_failure)
        context.add_init_script(REPORT_VIOLATIONS)

    def note_console(self, message):
        if message.type in {"error", "warning", "assert"}:
            self.seen.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def note_request(self, request, site):
        if not request.url.startswith((f"{site}/", "data:", "blob:")):
            self.seen.append(f"foreign request: {request.method} {request.url}")

    def note_failure(self, request):
        if request.failure != GIVEN_UP:
            self.seen.append(f"failed request: {request.method} {request.url}: {request.failure}")

    def check(self):
        """Raises what was not declared, and what was declared and did not happen."""
        declared = [*self.expected, *self.allowed]
        surprises = [one for one in self.seen if not any(re.search(pattern, one) for pattern in declared)]
        missing = [pattern for pattern in self.expected if not any(re.search(pattern, one) for one in self.seen)]
        assert not surprises, "In the browser:\n" + "\n".join(surprises)
        assert not missing, f"Declared, but the browser met no such trouble: {missing}"
