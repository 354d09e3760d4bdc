"""Qt's decorators as a type checker sees them: reading a `Property` gives what its getter returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    T = TypeVar("T")

    class _Read(Generic[T]):
        @overload
        def __get__(self, owner: None, kind: object) -> _Read[T]: ...
        @overload
        def __get__(self, owner: object, kind: object) -> T: ...
        def __get__(self, owner: object, kind: object) -> Any: ...
        def __set__(self, owner: object, value: T) -> None: ...
        def setter(self, function: Callable[[Any, T], None]) -> _Read[T]: ...

    class Property:
        def __init__(self, kind: type | str, *, notify: object = None, constant: bool = False) -> None: ...
        def __call__(self, getter: Callable[[Any], T]) -> _Read[T]: ...

    def QmlUncreatable(reason: str) -> Callable[[type[T]], type[T]]: ...

else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Property", "QmlUncreatable"]
