from typing import Any

from sandbox.arguments import Arguments, Method, string
from sandbox.world import World


def get_file(world: World, a: Arguments) -> dict[str, Any]:
    return world.files.describe(a["file_id"])


METHODS = (Method("getFile", get_file, needs={"file_id": string}, takes={}),)
