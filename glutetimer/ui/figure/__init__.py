"""The moving figure in Qt: paths, inks, camera; bones and poses are in the package ``figure``.

It stays above ``style``, whose inks it takes, rather than in the pure package. May import
``style``.
"""
